//! The machine's name.

use std::{fs::OpenOptions, io, os::unix::fs::FileExt, path::Path};

use crate::{
    Answer, Name, Refusal,
    owner::Owner,
    place::{Access, Place},
};

/// Gives the machine a name, now and at its next start.
pub(super) fn set(name: &Name) -> Result<Answer, Refusal> {
    let labels = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    if name.as_str().len() > 64 || !name.as_str().chars().all(labels) {
        return Err(Refusal::Forbidden(format!("{name} is no name of a machine")));
    }
    write(&format!("{name}\n")).map_err(|cause| Refusal::failed("/etc/hostname", cause))?;
    rustix::system::sethostname(name.as_str().as_bytes())
        .map_err(|cause| Refusal::failed("the kernel", cause))?;
    Ok(Answer::Done)
}

/// Writes the file: whole, or in its place where its unit lets this process write nothing else of the
/// folder.
fn write(line: &str) -> io::Result<()> {
    let access = Access { mode: 0o644, owner: Owner::ROOT };
    let whole = Place::open(Path::new("/etc"))
        .and_then(|etc| etc.write("hostname", line.as_bytes(), access));
    match whole {
        Err(cause) if cause.kind() == io::ErrorKind::ReadOnlyFilesystem => {
            let file = OpenOptions::new().write(true).open("/etc/hostname")?;
            file.write_all_at(line.as_bytes(), 0)?;
            file.set_len(u64::try_from(line.len()).map_err(io::Error::other)?)?;
            file.sync_all()
        }
        written => written,
    }
}
