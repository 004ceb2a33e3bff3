//! Accounts: made, found, listed, told about.

pub mod accountsummary;
pub mod applist;
pub mod createacct;
pub mod domainuserdata;
pub mod editquota;
pub mod forcepasswordchange;
pub mod get_disk_usage;
pub mod get_domain_info;
pub mod getdomainowner;
pub mod has_digest_auth;
pub mod has_mycnf_for_cpuser;
pub mod limitbw;
pub mod list_users;
pub mod listaccts;
pub mod listlockedaccounts;
pub mod listsuspended;
pub mod modifyacct;
pub mod myprivs;
pub mod passwd;
pub mod quota_enabled;
pub mod removeacct;
pub mod set_digest_auth;
pub mod showbw;
pub mod suspendacct;
pub mod unsuspendacct;
pub mod untrack_acct_id;
pub mod verify_new_username;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Accounts",
    functions: &[
        Entry::of::<accountsummary::AccountSummary>(),
        Entry::of::<applist::AppList>(),
        Entry::of::<createacct::CreateAcct>(),
        Entry::of::<domainuserdata::DomainUserData>(),
        Entry::of::<editquota::EditQuota>(),
        Entry::of::<forcepasswordchange::ForcePasswordChange>(),
        Entry::of::<get_disk_usage::GetDiskUsage>(),
        Entry::of::<get_domain_info::GetDomainInfo>(),
        Entry::of::<getdomainowner::GetDomainOwner>(),
        Entry::of::<has_digest_auth::HasDigestAuth>(),
        Entry::of::<has_mycnf_for_cpuser::HasMycnfForCpuser>(),
        Entry::of::<limitbw::LimitBw>(),
        Entry::of::<list_users::ListUsers>(),
        Entry::of::<listaccts::ListAccts>(),
        Entry::of::<listlockedaccounts::ListLockedAccounts>(),
        Entry::of::<listsuspended::ListSuspended>(),
        Entry::of::<modifyacct::ModifyAcct>(),
        Entry::of::<myprivs::MyPrivs>(),
        Entry::of::<passwd::Passwd>(),
        Entry::of::<quota_enabled::QuotaEnabled>(),
        Entry::of::<removeacct::RemoveAcct>(),
        Entry::of::<set_digest_auth::SetDigestAuth>(),
        Entry::of::<showbw::ShowBw>(),
        Entry::of::<suspendacct::SuspendAcct>(),
        Entry::of::<unsuspendacct::UnsuspendAcct>(),
        Entry::of::<untrack_acct_id::UntrackAcctId>(),
        Entry::of::<verify_new_username::VerifyNewUsername>(),
    ],
};
