// Takes over what a form saved, and leaves what was typed meanwhile on the screen.
import type { FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * Call it when a save begins. Returns what to call with what was saved: the form shows that and counts as unchanged,
 * or keeps what was typed since and counts as changed. True when nothing was typed since.
 */
export function beginSave<Fields extends FieldValues, Context, Read extends FieldValues>(
  form: Pick<UseFormReturn<Fields, Context, Read>, 'getValues' | 'reset'>,
): (saved: Fields) => boolean {
  const sent = JSON.stringify(form.getValues())
  return (saved) => {
    const isWhole = JSON.stringify(form.getValues()) === sent
    form.reset(saved, { keepValues: !isWhole })
    return isWhole
  }
}
