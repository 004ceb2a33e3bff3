//! `Session::create_webmail_session_for_self`

use std::net::IpAddr;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Make a Webmail login session for the calling account itself.
#[derive(Input)]
pub struct Params {
    /// Lower case; default the locale of the account.
    pub locale: Option<String>,
    /// Client address of the new session; default the caller; needed on the command line.
    pub remote_address: Option<IpAddr>,
}

/// What `create_webmail_session_for_self` answers.
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
pub struct CreateWebmailSessionForSelf;

impl Function for CreateWebmailSessionForSelf {
    const NAME: &'static str = "create_webmail_session_for_self";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
