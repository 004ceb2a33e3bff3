//! The machine's name.

use std::path::Path;

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
    let access = Access { mode: 0o644, owner: Owner::ROOT };
    let line = format!("{name}\n");
    Place::open(Path::new("/etc"))
        .and_then(|etc| etc.write("hostname", line.as_bytes(), access))
        .map_err(|cause| Refusal::failed("/etc/hostname", cause))?;
    rustix::system::sethostname(name.as_str().as_bytes())
        .map_err(|cause| Refusal::failed("the kernel", cause))?;
    Ok(Answer::Done)
}
