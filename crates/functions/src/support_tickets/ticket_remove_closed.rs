//! `ticket_remove_closed`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Removes closed tickets and their SSH keys.
#[derive(Input)]
pub struct Params;

/// What `ticket_remove_closed` answers.
#[derive(Output)]
pub struct Reply {
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
    /// The revoked keys.
    pub revoked_keys: i64,
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

/// See [`Params`].
pub struct TicketRemoveClosed;

impl Function for TicketRemoveClosed {
    const NAME: &'static str = "ticket_remove_closed";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
