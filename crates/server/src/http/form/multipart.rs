//! A `multipart/form-data` body: each part is a parameter, files too; but those named `file-0`, `file-1`
//! and so on are files that are sent along, whatever their bytes.

use api::Upload;
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
        let file = part.file_name().filter(|_| is_upload(&name)).map(str::to_owned);
        let value = part.bytes().await.map_err(|_| incomplete())?;
        if let Some(file) = file {
            pairs.push_upload(Upload { name: file, content: value.as_ref().into() })?;
            continue;
        }
        let value = str::from_utf8(&value).map_err(|_| FormFault::no_text(&name))?;
        pairs.push(name, value)?;
    }
    Ok(())
}

/// Whether a part of that name is a file that is sent along.
fn is_upload(name: &str) -> bool {
    let number = name.strip_prefix("file-");
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit()))
}

fn incomplete() -> FormFault {
    FormFault::new("The parts of the body are not complete.")
}
