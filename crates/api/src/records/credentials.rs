//! Logins, tokens, sessions, failed logins. Passwords are hashes, tokens and session ids digests.

use crate::{EmailAddress, Flag, Record, TokenName, UnixTime, UserName, Word};

/// A user who may log in.
#[derive(Debug, Clone, Record)]
#[record(table = "logins", key = "name")]
pub struct Login {
    /// The username.
    pub name: UserName,
    /// Who this is.
    pub kind: LoginKind,
    /// The password as crypt(3) writes it.
    pub password: String,
    /// Raised by each change of the credentials; what was bound to an older one is dead.
    pub generation: u64,
    /// When the password was last set.
    pub changed: UnixTime,
    /// Whether Digest Authentication is on.
    pub digest_auth: Flag,
    /// Whether logins are refused.
    pub locked: Flag,
}

/// What a login is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum LoginKind {
    /// Root.
    #[word("root")]
    Root,
    /// A reseller without an account.
    #[word("reseller")]
    Reseller,
    /// An account, who may be a reseller too.
    #[word("account")]
    Account,
}

/// A user whose next login must choose a new password.
#[derive(Debug, Clone, Record)]
#[record(table = "forced_changes", key = "kind,name")]
pub struct ForcedChange {
    /// What the login is.
    pub kind: LoginKind,
    /// The username.
    pub name: UserName,
}

/// A password that a user had before.
#[derive(Debug, Clone, Record)]
#[record(table = "password_history", key = "name,generation")]
pub struct PasswordHistory {
    /// The user.
    pub name: UserName,
    /// The generation of credentials that had it.
    pub generation: u64,
    /// The hash.
    pub password: String,
}

/// An API token.
#[derive(Debug, Clone, Record)]
#[record(table = "tokens", key = "digest")]
pub struct TokenRecord {
    /// The SHA-256 digest of kind, user and token, in hexadecimal.
    pub digest: String,
    /// What it opens.
    pub kind: TokenKind,
    /// Whose it is.
    pub user_name: UserName,
    /// Its name.
    pub name: TokenName,
    /// When it was made.
    pub created: UnixTime,
    /// When it ends.
    pub expires: Option<UnixTime>,
    /// Whether it has only the privileges listed for it; otherwise all of its owner's.
    pub limited: Flag,
    /// Whether it opens nothing until its owner updates it, since the password was changed.
    pub suspended: Flag,
}

/// What a token opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum TokenKind {
    /// WHM.
    #[word("whm")]
    Whm,
    /// An account.
    #[word("cpanel")]
    Cpanel,
}

/// A privilege of a limited token.
#[derive(Debug, Clone, Record)]
#[record(table = "token_acls", key = "digest,acl")]
pub struct TokenAcl {
    /// The token.
    pub digest: String,
    /// The privilege.
    pub acl: crate::Acl,
}

/// A range of addresses from which a token may be used; none means any.
#[derive(Debug, Clone, Record)]
#[record(table = "token_sources", key = "digest,place")]
pub struct TokenSource {
    /// The token.
    pub digest: String,
    /// Its place in the list.
    pub place: u32,
    /// The range.
    pub network: String,
}

/// A service that one logs in to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Word)]
pub enum Service {
    /// WHM.
    #[word("whostmgrd")]
    Whm,
    /// An account's pages and API.
    #[word("cpaneld")]
    Cpanel,
    /// A mailbox's pages.
    #[word("webmaild")]
    Webmail,
}

/// A session.
#[derive(Debug, Clone, Record)]
#[record(table = "sessions", key = "digest")]
pub struct SessionRecord {
    /// The SHA-256 digest of the id, in hexadecimal.
    pub digest: String,
    /// The service it belongs to.
    pub service: Service,
    /// Whose it is.
    pub user_name: UserName,
    /// The mailbox of that account whose it is, where it is one's.
    pub mailbox: Option<EmailAddress>,
    /// The SHA-256 digest of its `/cpsess…` token.
    pub path_digest: String,
    /// How far it is.
    pub state: SessionState,
    /// The generation of credentials that it was made with.
    pub generation: u64,
    /// Who made it for the user, where somebody else did.
    pub made_by: Option<UserName>,
    /// When it was made.
    pub created: UnixTime,
    /// When it ends unless it is used.
    pub expires: UnixTime,
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SessionState {
    /// It waits for its URL to be fetched, once.
    #[word("once")]
    Once,
    /// It is open.
    #[word("open")]
    Open,
}

/// Failed logins under one key.
#[derive(Debug, Clone, Record)]
#[record(table = "failures", key = "subject")]
pub struct Failure {
    /// What they are counted for: a user, a source, both.
    pub subject: String,
    /// How many in a row.
    pub count: u64,
    /// The last.
    pub last: UnixTime,
}
