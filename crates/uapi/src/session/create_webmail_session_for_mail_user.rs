//! `Session::create_webmail_session_for_mail_user`

use std::net::IpAddr;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Make a Webmail login session for a mail account of the account.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// Local part of the mail account.
    pub login: String,
    /// Lower case; default the locale of the account.
    pub locale: Option<String>,
    /// Client address of the new session; default the caller; needed on the command line.
    pub remote_address: Option<IpAddr>,
}

/// What `create_webmail_session_for_mail_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The hostname.
    pub hostname: Option<String>,
    /// The session.
    pub session: String,
    /// The token.
    pub token: String,
}

/// See [`Params`].
pub struct CreateWebmailSessionForMailUser;

impl Function for CreateWebmailSessionForMailUser {
    const NAME: &'static str = "create_webmail_session_for_mail_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
