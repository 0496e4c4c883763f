// The name a person typed last when saying who decided or took something in, kept while the window is open.
let lastName = ''

export function ownName(): string {
  return lastName
}

export function rememberName(name: string): void {
  lastName = name
}
