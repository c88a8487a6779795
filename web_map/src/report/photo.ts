/**
 * A photo as it is sent: small enough for a weak signal, and rid of place and device already here.
 * The service does the same again, and trusts nobody.
 */

const LONGEST = 2048
const QUALITY = 0.85

export async function smaller(file: File): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file)
    const canvas = document.createElement('canvas')
    Object.assign(canvas, fitted(bitmap, LONGEST))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return await new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', QUALITY),
    )
  } catch {
    // What this browser cannot read the service may; it says so if it cannot.
    return file
  }
}

/** The same shape with its longer side at most `longest`. */
export function fitted(
  { width, height }: { width: number; height: number },
  longest: number,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
