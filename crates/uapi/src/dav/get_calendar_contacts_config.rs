//! `DAV::get_calendar_contacts_config`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `DAV::get_calendar_contacts_config`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: Option<String>,
}

/// What `get_calendar_contacts_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The activesync.
    pub activesync: Activesync,
    /// The no SSL.
    pub no_ssl: NoSsl,
    /// The SSL.
    pub ssl: Ssl,
    /// The user.
    pub user: String,
}

/// The activesync.
#[derive(Output)]
pub struct Activesync {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The port.
    pub port: i64,
    /// The server.
    pub server: String,
    /// The user.
    pub user: String,
}

/// The no SSL.
#[derive(Output)]
pub struct NoSsl {
    /// The calendars.
    pub calendars: Vec<Calendar>,
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// The free busy.
    pub free_busy: String,
    /// The full server.
    pub full_server: String,
    /// The port.
    pub port: i64,
    /// The server.
    pub server: String,
}

/// One item of `calendars`.
#[derive(Output)]
pub struct Calendar {
    /// The description.
    pub description: String,
    /// The name.
    pub name: String,
    /// The path.
    pub path: String,
    /// The URL.
    pub url: String,
}

/// One item of `contacts`.
#[derive(Output)]
pub struct Contact {
    /// The description.
    pub description: String,
    /// The name.
    pub name: String,
    /// The path.
    pub path: String,
    /// The URL.
    pub url: String,
}

/// The SSL.
#[derive(Output)]
pub struct Ssl {
    /// The calendars.
    pub calendars: Vec<Calendar>,
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// The free busy.
    pub free_busy: String,
    /// The full server.
    pub full_server: String,
    /// Whether it is self signed.
    pub is_self_signed: Flag,
    /// The port.
    pub port: i64,
    /// The server.
    pub server: String,
}

/// See [`Params`].
pub struct GetCalendarContactsConfig;

impl Function for GetCalendarContactsConfig {
    const NAME: &'static str = "get_calendar_contacts_config";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
