//! `Email::get_client_settings`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Shows a mailbox's client settings.
#[derive(Input)]
pub struct Params {
    /// Default mailbox where absent.
    pub account: Option<EmailAddress>,
}

/// What `get_client_settings` answers.
#[derive(Output)]
pub struct Reply {
    /// The account.
    pub account: String,
    /// The activesync available flag: 0 or 1.
    pub activesync_available: Flag,
    /// The activesync host.
    #[param(absent)]
    pub activesync_host: Option<String>,
    /// The activesync port.
    #[param(absent)]
    pub activesync_port: Option<i64>,
    /// The activesync username.
    #[param(absent)]
    pub activesync_username: Option<String>,
    /// The display.
    pub display: String,
    /// The domain.
    pub domain: String,
    /// The from archiving flag: 0 or 1.
    pub from_archiving: Flag,
    /// Whether it has plaintext authentication.
    pub has_plaintext_authentication: Flag,
    /// The inbox host.
    pub inbox_host: String,
    /// The inbox insecure port.
    pub inbox_insecure_port: i64,
    /// The inbox port.
    pub inbox_port: i64,
    /// The inbox service.
    pub inbox_service: InboxService,
    /// The inbox username.
    pub inbox_username: String,
    /// The mail domain.
    pub mail_domain: String,
    /// The smtp host.
    pub smtp_host: String,
    /// The smtp insecure port.
    pub smtp_insecure_port: i64,
    /// The smtp port.
    pub smtp_port: i64,
    /// The smtp username.
    pub smtp_username: String,
}

/// What `inbox_service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum InboxService {
    /// `imap`.
    #[word("imap")]
    Imap,
    /// `pop`.
    #[word("pop")]
    Pop,
}

/// See [`Params`].
pub struct GetClientSettings;

impl Function for GetClientSettings {
    const NAME: &'static str = "get_client_settings";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
