//! A `multipart/form-data` body: each part is a parameter, files too.

use bytes::Bytes;
use futures_util::{FutureExt, future::ready, stream};
use multer::Multipart;

use super::{FormFault, Pairs};

/// Reads the parts.
pub(super) fn read(content_type: &str, body: &[u8], pairs: &mut Pairs) -> Result<(), FormFault> {
    let boundary = multer::parse_boundary(content_type)
        .map_err(|_| FormFault::new("The type of the body names no boundary for its parts."))?;
    let whole = stream::once(ready(Ok::<_, multer::Error>(Bytes::copy_from_slice(body))));
    let parts = read_parts(Multipart::new(whole, boundary), pairs);
    // All bytes are there, so nothing is waited for.
    parts.now_or_never().unwrap_or_else(|| Err(incomplete()))
}

async fn read_parts(mut parts: Multipart<'_>, pairs: &mut Pairs) -> Result<(), FormFault> {
    while let Some(part) = parts.next_field().await.map_err(|_| incomplete())? {
        let Some(name) = part.name().map(str::to_owned) else {
            return Err(FormFault::new("A part of the body has no name."));
        };
        let value = part.bytes().await.map_err(|_| incomplete())?;
        let value = str::from_utf8(&value).map_err(|_| FormFault::no_text(&name))?;
        pairs.push(name, value)?;
    }
    Ok(())
}

fn incomplete() -> FormFault {
    FormFault::new("The parts of the body are not complete.")
}
