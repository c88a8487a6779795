/** The link as a QR code, loaded only when asked for. */
import qrcode from 'qrcode-generator'
import styles from './card.module.css'

interface Props {
  link: string
  label: string
}

export default function QrCode({ link, label }: Props) {
  // Type 0 is the smallest that holds the link; M survives a smudge on a printed notice.
  const code = qrcode(0, 'M')
  code.addData(link)
  code.make()
  const cells = code.getModuleCount()
  const dark: string[] = []
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++)
      if (code.isDark(row, column)) dark.push(`M${column} ${row}h1v1h-1z`)
  return (
    <figure className={styles.qr}>
      <svg viewBox={`-2 -2 ${cells + 4} ${cells + 4}`} role="img" aria-label={label}>
        <path d={dark.join('')} />
      </svg>
      <figcaption>{link}</figcaption>
    </figure>
  )
}
