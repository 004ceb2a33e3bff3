//! `UserManager::merge_service_account`

use api::{
    Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, UserName,
    Value, Word, reply,
};

/// Link service accounts to a subaccount, made where missing.
#[derive(Input)]
pub struct Params {
    /// Local part, at most 64 characters: letters, digits, dot, hyphen, underscore.
    pub username: UserName,
    /// A domain of the account.
    pub domain: DomainName,
    /// The services email merge flag: 0 or 1.
    #[param(name = "services.email.merge", default = 0)]
    pub services_email_merge: Flag,
    /// The services FTP merge flag: 0 or 1.
    #[param(name = "services.ftp.merge", default = 0)]
    pub services_ftp_merge: Flag,
    /// The services webdisk merge flag: 0 or 1.
    #[param(name = "services.webdisk.merge", default = 0)]
    pub services_webdisk_merge: Flag,
}

/// What `merge_service_account` answers.
#[derive(Output)]
pub struct Reply {
    /// The username.
    pub username: String,
    /// The domain.
    pub domain: String,
    /// The full username.
    pub full_username: String,
    /// The GUID.
    pub guid: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The real name.
    pub real_name: String,
    /// The alternate email.
    pub alternate_email: Option<String>,
    /// The phone number.
    pub phone_number: String,
    /// The avatar URL.
    pub avatar_url: Option<String>,
    /// The services.
    pub services: Services,
    /// The issues.
    pub issues: Vec<Issue>,
    /// Whether it has siblings.
    pub has_siblings: Flag,
    /// The can delete flag: 0 or 1.
    pub can_delete: Flag,
    /// The can set password flag: 0 or 1.
    pub can_set_password: Flag,
    /// The can set quota flag: 0 or 1.
    pub can_set_quota: Flag,
    /// The dismissed flag: 0 or 1.
    #[param(absent)]
    pub dismissed: Option<Flag>,
    /// The parent type.
    pub parent_type: Option<ParentType>,
    /// The special flag: 0 or 1.
    pub special: Flag,
    /// The sub account exists flag: 0 or 1.
    pub sub_account_exists: Option<Flag>,
    /// The synced password flag: 0 or 1.
    pub synced_password: Option<Flag>,
    /// Whether it has invite.
    pub has_invite: Flag,
    /// Whether it has expired invite.
    pub has_expired_invite: Flag,
    /// Invite expiration, as a Unix time.
    pub invite_expiration: Option<UnixTime>,
    /// The merge candidates.
    pub merge_candidates: Vec<MergeCandidate>,
    /// The dismissed merge candidates.
    pub dismissed_merge_candidates: Vec<DismissedMergeCandidate>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `sub`.
    #[word("sub")]
    Sub,
    /// `hypothetical`.
    #[word("hypothetical")]
    Hypothetical,
    /// `service`.
    #[word("service")]
    Service,
    /// `cpanel`.
    #[word("cpanel")]
    Cpanel,
}

/// The services.
#[derive(Output)]
pub struct Services {
    /// The email.
    pub email: Email,
    /// The FTP.
    pub ftp: Ftp,
    /// The webdisk.
    pub webdisk: Webdisk,
}

/// The email.
#[derive(Output)]
pub struct Email {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The quota.
    pub quota: i64,
}

/// The FTP.
#[derive(Output)]
pub struct Ftp {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The homedir.
    pub homedir: String,
    /// The quota.
    pub quota: i64,
}

/// The webdisk.
#[derive(Output)]
pub struct Webdisk {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The homedir.
    pub homedir: String,
    /// The perms.
    pub perms: Perms,
    /// The private flag: 0 or 1.
    pub private: Flag,
}

/// What `perms` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Perms {
    /// `ro`.
    #[word("ro")]
    Ro,
    /// `rw`.
    #[word("rw")]
    Rw,
}

/// One item of `issues`.
#[derive(Output)]
pub struct Issue {
    /// The area.
    pub area: String,
    /// The service.
    pub service: Service,
    /// The type.
    #[param(name = "type")]
    pub kind: TypeWord,
    /// The message.
    pub message: String,
    /// The limit.
    pub limit: i64,
    /// The used.
    pub used: i64,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `email`.
    #[word("email")]
    Email,
    /// `ftp`.
    #[word("ftp")]
    Ftp,
    /// `webdisk`.
    #[word("webdisk")]
    Webdisk,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum TypeWord {
    /// `error`.
    #[word("error")]
    Error,
    /// `warning`.
    #[word("warning")]
    Warning,
    /// `info`.
    #[word("info")]
    Info,
}

/// What `parent_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ParentType {
    /// `sub`.
    #[word("sub")]
    Sub,
    /// `hypothetical`.
    #[word("hypothetical")]
    Hypothetical,
}

/// One item of `merge_candidates`.
#[derive(Output)]
pub struct MergeCandidate {
    /// The username.
    pub username: String,
    /// The domain.
    pub domain: String,
    /// The full username.
    pub full_username: String,
    /// The GUID.
    pub guid: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The real name.
    pub real_name: String,
    /// The alternate email.
    pub alternate_email: Option<String>,
    /// The phone number.
    pub phone_number: String,
    /// The avatar URL.
    pub avatar_url: Option<String>,
    /// The services.
    pub services: Services,
    /// The issues.
    pub issues: Vec<Issue>,
    /// Whether it has siblings.
    pub has_siblings: Flag,
    /// The can delete flag: 0 or 1.
    pub can_delete: Flag,
    /// The can set password flag: 0 or 1.
    pub can_set_password: Flag,
    /// The can set quota flag: 0 or 1.
    pub can_set_quota: Flag,
    /// The dismissed flag: 0 or 1.
    #[param(absent)]
    pub dismissed: Option<Flag>,
    /// The parent type.
    pub parent_type: Option<ParentType>,
    /// The special flag: 0 or 1.
    pub special: Flag,
    /// The sub account exists flag: 0 or 1.
    pub sub_account_exists: Option<Flag>,
    /// The synced password flag: 0 or 1.
    pub synced_password: Option<Flag>,
    /// Whether it has invite.
    pub has_invite: Flag,
    /// Whether it has expired invite.
    pub has_expired_invite: Flag,
    /// Invite expiration, as a Unix time.
    pub invite_expiration: Option<UnixTime>,
    /// The merge candidates.
    #[param(absent)]
    pub merge_candidates: Option<Vec<Value>>,
}

/// One item of `dismissed_merge_candidates`.
#[derive(Output)]
pub struct DismissedMergeCandidate {
    /// The username.
    pub username: String,
    /// The domain.
    pub domain: String,
    /// The full username.
    pub full_username: String,
    /// The GUID.
    pub guid: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The real name.
    pub real_name: String,
    /// The alternate email.
    pub alternate_email: Option<String>,
    /// The phone number.
    pub phone_number: String,
    /// The avatar URL.
    pub avatar_url: Option<String>,
    /// The services.
    pub services: Services,
    /// The issues.
    pub issues: Vec<Issue>,
    /// Whether it has siblings.
    pub has_siblings: Flag,
    /// The can delete flag: 0 or 1.
    pub can_delete: Flag,
    /// The can set password flag: 0 or 1.
    pub can_set_password: Flag,
    /// The can set quota flag: 0 or 1.
    pub can_set_quota: Flag,
    /// The dismissed flag: 0 or 1.
    #[param(absent)]
    pub dismissed: Option<Flag>,
    /// The parent type.
    pub parent_type: Option<ParentType>,
    /// The special flag: 0 or 1.
    pub special: Flag,
    /// The sub account exists flag: 0 or 1.
    pub sub_account_exists: Option<Flag>,
    /// The synced password flag: 0 or 1.
    pub synced_password: Option<Flag>,
    /// Whether it has invite.
    pub has_invite: Flag,
    /// Whether it has expired invite.
    pub has_expired_invite: Flag,
    /// Invite expiration, as a Unix time.
    pub invite_expiration: Option<UnixTime>,
    /// The merge candidates.
    #[param(absent)]
    pub merge_candidates: Option<Vec<Value>>,
}

/// See [`Params`].
pub struct MergeServiceAccount;

impl Function for MergeServiceAccount {
    const NAME: &'static str = "merge_service_account";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
