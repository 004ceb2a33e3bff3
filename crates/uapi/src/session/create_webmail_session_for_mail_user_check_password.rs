//! `Session::create_webmail_session_for_mail_user_check_password`

use std::net::IpAddr;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Secret, reply};

/// The same, after checking the password of the mail account.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The login.
    pub login: String,
    /// The password.
    pub password: Secret,
    /// Lower case; default the locale of the account.
    pub locale: Option<String>,
    /// Client address of the new session; default the caller; needed on the command line.
    pub remote_address: Option<IpAddr>,
}

/// What `create_webmail_session_for_mail_user_check_password` answers.
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
pub struct CreateWebmailSessionForMailUserCheckPassword;

impl Function for CreateWebmailSessionForMailUserCheckPassword {
    const NAME: &'static str = "create_webmail_session_for_mail_user_check_password";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
