//! `UserManager::list_users`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Value, Word, reply};

/// List the subaccounts and service accounts of the account.
#[derive(Input)]
pub struct Params {
    /// 1 leaves `merge_candidates` out and lists such accounts side by side.
    #[param(default = 0)]
    pub flat: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
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
    /// The special flag: 0 or 1.
    #[param(absent)]
    pub special: Option<Flag>,
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
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
