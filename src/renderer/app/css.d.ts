// Style sheets are side effects of the build; they have no value to import.
declare module '*.css'
