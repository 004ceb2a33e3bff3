//! How the server comes into services that it then drives by itself.

use std::time::Duration;

use crate::{
    Answer, Refusal, Root, Service, child,
    services::{postgresql, powerdns},
};

/// How long the server's login in PostgreSQL may take.
const LOGIN: Duration = Duration::from_secs(20);

/// The key of the name server's HTTP API.
pub(crate) fn name_server_key(root: &Root) -> Result<Answer, Refusal> {
    let key = powerdns::api_key(&root.layout);
    let lacking = || Refusal::NotFound("powerdns was not started yet and has no key".to_owned());
    key.map(Answer::Secret).ok_or_else(lacking)
}

/// Makes the server's own login in PostgreSQL.
pub(crate) fn database_login(root: &Root) -> Result<Answer, Refusal> {
    let ended = child::run(&postgresql::login(&root.layout), LOGIN)?;
    if ended.well() {
        return Ok(Answer::Done);
    }
    Err(Refusal::failed(Service::Postgresql.name(), ended.reason()))
}
