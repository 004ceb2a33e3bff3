//! `ticket_grant`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lets vendor support in: installs its SSH key, opens firewalls.
#[derive(Input)]
pub struct Params {
    /// The secure ID: from `ticket_create_stub_ticket`.
    pub secure_id: String,
    /// Server in the ticket, from 1.
    pub server_num: i64,
    /// The ticket ID.
    pub ticket_id: i64,
    /// Default: the user named in the ticket.
    pub ssh_username: Option<String>,
}

/// What `ticket_grant` answers.
#[derive(Output)]
pub struct Reply {
    /// The auth status.
    pub auth_status: String,
    /// Auth time, as a Unix time.
    pub auth_time: UnixTime,
    /// The chain status.
    pub chain_status: ChainStatus,
    /// The csf wl status.
    #[param(absent)]
    pub csf_wl_status: Option<CsfWlStatus>,
    /// The host access wl status.
    pub host_access_wl_status: HostAccessWlStatus,
    /// The hulk wl status.
    pub hulk_wl_status: HulkWlStatus,
    /// The non fatals.
    pub non_fatals: Vec<NonFatal>,
    /// The server name.
    pub server_name: String,
    /// The server number.
    pub server_num: i64,
    /// The SSH username.
    pub ssh_username: String,
    /// The ticket ID.
    pub ticket_id: i64,
    /// The ticket status.
    pub ticket_status: TicketStatus,
}

/// What `chain_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ChainStatus {
    /// `ACTIVE`.
    #[word("ACTIVE")]
    Active,
    /// `INACTIVE`.
    #[word("INACTIVE")]
    Inactive,
    /// `ERR_SETUP`.
    #[word("ERR_SETUP")]
    ErrSetup,
    /// `ERR_UNSETUP`.
    #[word("ERR_UNSETUP")]
    ErrUnsetup,
    /// `ERR_UNKNOWN`.
    #[word("ERR_UNKNOWN")]
    ErrUnknown,
}

/// What `csf_wl_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CsfWlStatus {
    /// `ACTIVE`.
    #[word("ACTIVE")]
    Active,
    /// `INACTIVE`.
    #[word("INACTIVE")]
    Inactive,
    /// `ERR_SETUP`.
    #[word("ERR_SETUP")]
    ErrSetup,
    /// `ERR_UNSETUP`.
    #[word("ERR_UNSETUP")]
    ErrUnsetup,
    /// `ERR_UNKNOWN`.
    #[word("ERR_UNKNOWN")]
    ErrUnknown,
}

/// What `host_access_wl_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum HostAccessWlStatus {
    /// `ACTIVE`.
    #[word("ACTIVE")]
    Active,
    /// `INACTIVE`.
    #[word("INACTIVE")]
    Inactive,
    /// `ERR_SETUP`.
    #[word("ERR_SETUP")]
    ErrSetup,
    /// `ERR_UNSETUP`.
    #[word("ERR_UNSETUP")]
    ErrUnsetup,
    /// `ERR_UNKNOWN`.
    #[word("ERR_UNKNOWN")]
    ErrUnknown,
}

/// What `hulk_wl_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum HulkWlStatus {
    /// `ACTIVE`.
    #[word("ACTIVE")]
    Active,
    /// `INACTIVE`.
    #[word("INACTIVE")]
    Inactive,
    /// `ERR_SETUP`.
    #[word("ERR_SETUP")]
    ErrSetup,
    /// `ERR_UNSETUP`.
    #[word("ERR_UNSETUP")]
    ErrUnsetup,
    /// `ERR_UNKNOWN`.
    #[word("ERR_UNKNOWN")]
    ErrUnknown,
}

/// What `non_fatal` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum NonFatal {
    /// `ticket_system_log_entry`.
    #[word("ticket_system_log_entry")]
    TicketSystemLogEntry,
    /// `audit_log`.
    #[word("audit_log")]
    AuditLog,
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
pub struct TicketGrant;

impl Function for TicketGrant {
    const NAME: &'static str = "ticket_grant";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
