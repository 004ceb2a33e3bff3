//! Accounts: made, changed, suspended, removed.

pub mod createacct;
pub mod editquota;
pub mod forcepasswordchange;
pub mod limitbw;
pub mod passwd;
pub mod removeacct;
pub mod set_digest_auth;
pub mod suspendacct;
pub mod unsuspendacct;
pub mod untrack_acct_id;

use api::{Entry, Group};

/// The group.
pub const GROUP: Group = Group {
    title: "Accounts",
    functions: &[
        Entry::of::<createacct::CreateAcct>(),
        Entry::of::<editquota::EditQuota>(),
        Entry::of::<forcepasswordchange::ForcePasswordChange>(),
        Entry::of::<limitbw::LimitBw>(),
        Entry::of::<passwd::Passwd>(),
        Entry::of::<removeacct::RemoveAcct>(),
        Entry::of::<set_digest_auth::SetDigestAuth>(),
        Entry::of::<suspendacct::SuspendAcct>(),
        Entry::of::<unsuspendacct::UnsuspendAcct>(),
        Entry::of::<untrack_acct_id::UntrackAcctId>(),
    ],
};
