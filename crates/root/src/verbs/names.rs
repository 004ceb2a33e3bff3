//! The name server: how the server fills it by itself, and whether it answers.

use std::io;

use super::services;
use crate::{
    Answer, Refusal, Root, Service,
    owner::Owner,
    place::{Access, Place},
    services::powerdns::{self, SILENT},
};

/// The key of its HTTP API.
pub(crate) fn key(root: &Root) -> Result<Answer, Refusal> {
    let key = powerdns::api_key(&root.layout);
    let lacking = || Refusal::NotFound("powerdns was not started yet and has no key".to_owned());
    key.map(Answer::Secret).ok_or_else(lacking)
}

/// Whether it answers questions.
pub(crate) fn serves(root: &Root) -> Result<bool, Refusal> {
    let runs = services::runs(root, Service::PowerDns)?;
    Ok(matches!(runs, Answer::Flag(true)) && !powerdns::is_silent(&root.layout))
}

/// Has it answer questions, or be silent. It reads where it listens when it is started, so that it is
/// started again where that has to change.
pub(crate) fn serve(root: &Root, serve: bool) -> Result<Answer, Refusal> {
    if powerdns::is_silent(&root.layout) == serve {
        write(root, serve).map_err(|cause| Refusal::failed("powerdns", cause))?;
        services::stop(root, Service::PowerDns)?;
    }
    services::start(root, Service::PowerDns)
}

fn write(root: &Root, serve: bool) -> io::Result<()> {
    let place = Place::open(&powerdns::extra(&root.layout))?;
    if serve {
        place.remove(SILENT)?;
        return place.sync();
    }
    let access = Access { mode: 0o644, owner: Owner::ROOT };
    place.write(SILENT, powerdns::silence(&root.layout).as_bytes(), access)
}
