//! `is_role_enabled`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Tell whether a server role is enabled.
#[derive(Input)]
pub struct Params {
    /// The role: case-sensitive.
    pub role: Role,
}

/// What `role` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Role {
    /// `CalendarContact`.
    #[word("CalendarContact")]
    CalendarContact,
    /// `DNS`.
    #[word("DNS")]
    Dns,
    /// `FileStorage`.
    #[word("FileStorage")]
    FileStorage,
    /// `FTP`.
    #[word("FTP")]
    Ftp,
    /// `MailLocal`.
    #[word("MailLocal")]
    MailLocal,
    /// `MailReceive`.
    #[word("MailReceive")]
    MailReceive,
    /// `MailRelay`.
    #[word("MailRelay")]
    MailRelay,
    /// `MailSend`.
    #[word("MailSend")]
    MailSend,
    /// `MySQL`.
    #[word("MySQL")]
    MySql,
    /// `MySQLClient`.
    #[word("MySQLClient")]
    MySQLClient,
    /// `Postgres`.
    #[word("Postgres")]
    Postgres,
    /// `PostgresClient`.
    #[word("PostgresClient")]
    PostgresClient,
    /// `SpamFilter`.
    #[word("SpamFilter")]
    SpamFilter,
    /// `WebDisk`.
    #[word("WebDisk")]
    WebDisk,
    /// `Webmail`.
    #[word("Webmail")]
    Webmail,
    /// `WebServer`.
    #[word("WebServer")]
    WebServer,
}

/// What `is_role_enabled` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct IsRoleEnabled;

impl Function for IsRoleEnabled {
    const NAME: &'static str = "is_role_enabled";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
