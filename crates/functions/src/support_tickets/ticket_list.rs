//! `ticket_list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lists open tickets with their access grants.
#[derive(Input)]
pub struct Params {
    /// Server in the ticket, from 1.
    pub server_num: i64,
    /// The ticket ID.
    pub ticket_id: i64,
    /// Default: the user named in the ticket.
    pub ssh_username: Option<String>,
}

/// What `ticket_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The auths.
    pub auths: Vec<Auth>,
    /// The non fatals.
    pub non_fatals: Vec<String>,
}

/// One item of `auths`.
#[derive(Output)]
pub struct Auth {
    /// The servers.
    pub servers: Vec<Server>,
    /// The ticket ID.
    pub ticket_id: i64,
    /// The ticket status.
    pub ticket_status: TicketStatus,
    /// The ticket subject.
    pub ticket_subject: String,
}

/// One item of `servers`.
#[derive(Output)]
pub struct Server {
    /// The auth status.
    pub auth_status: AuthStatus,
    /// Auth time, as a Unix time.
    pub auth_time: UnixTime,
    /// The server name.
    pub server_name: String,
    /// The server number.
    pub server_num: i64,
    /// The SSH.
    pub ssh: String,
    /// The SSH username.
    pub ssh_username: String,
    /// The WHM IP address.
    pub whm_ip: String,
}

/// What `auth_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AuthStatus {
    /// `AUTHED`.
    #[word("AUTHED")]
    Authed,
    /// `NOT_AUTHED`.
    #[word("NOT_AUTHED")]
    NotAuthed,
    /// `EXPIRED`.
    #[word("EXPIRED")]
    Expired,
}

/// What `ticket_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum TicketStatus {
    /// `OPEN`.
    #[word("OPEN")]
    Open,
    /// `CLOSED`.
    #[word("CLOSED")]
    Closed,
    /// `UNKNOWN`.
    #[word("UNKNOWN")]
    Unknown,
}

/// See [`Params`].
pub struct TicketList;

impl Function for TicketList {
    const NAME: &'static str = "ticket_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
