//! How the server comes into a database server that it then drives by itself.

use std::time::Duration;

use crate::{Answer, Refusal, Root, Service, child, services::postgresql};

/// How long the server's login in PostgreSQL may take.
const LOGIN: Duration = Duration::from_secs(20);

/// Makes the server's own login in PostgreSQL.
pub(crate) fn database_login(root: &Root) -> Result<Answer, Refusal> {
    let ended = child::run(&postgresql::login(&root.layout), LOGIN)?;
    if ended.well() {
        return Ok(Answer::Done);
    }
    Err(Refusal::failed(Service::Postgresql.name(), ended.reason()))
}
