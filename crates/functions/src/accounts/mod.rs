//! Accounts: made, found, listed, told about.

pub mod accountsummary;
pub mod applist;
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
pub mod domainuserdata;
pub mod get_disk_usage;
pub mod get_domain_info;
pub mod getdomainowner;
pub mod has_digest_auth;
pub mod has_mycnf_for_cpuser;
pub mod list_users;
pub mod listaccts;
pub mod listlockedaccounts;
pub mod listsuspended;
pub mod myprivs;
pub mod quota_enabled;
pub mod showbw;
pub mod verify_new_username;

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
        Entry::of::<accountsummary::AccountSummary>(),
        Entry::of::<applist::AppList>(),
        Entry::of::<domainuserdata::DomainUserData>(),
        Entry::of::<get_disk_usage::GetDiskUsage>(),
        Entry::of::<get_domain_info::GetDomainInfo>(),
        Entry::of::<getdomainowner::GetDomainOwner>(),
        Entry::of::<has_digest_auth::HasDigestAuth>(),
        Entry::of::<has_mycnf_for_cpuser::HasMycnfForCpuser>(),
        Entry::of::<list_users::ListUsers>(),
        Entry::of::<listaccts::ListAccts>(),
        Entry::of::<listlockedaccounts::ListLockedAccounts>(),
        Entry::of::<listsuspended::ListSuspended>(),
        Entry::of::<myprivs::MyPrivs>(),
        Entry::of::<quota_enabled::QuotaEnabled>(),
        Entry::of::<showbw::ShowBw>(),
        Entry::of::<verify_new_username::VerifyNewUsername>(),
    ],
};
