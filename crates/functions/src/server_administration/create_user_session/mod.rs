//! `create_user_session`

mod target;
mod url;

use api::{
    Acl, Cx, Effect, Function, Input, Needs, Output, Result, UnixTime,
    records::{Service, SessionState},
};

use self::{
    target::Target,
    url::{HostName, Locale, PathToken, Prompt},
};
use crate::domain::{
    change::{Change, OnFailure},
    sessions::{self, Opening},
};

/// Makes a session for a user, which waits for its URL to be fetched. The URL opens it once.
#[derive(Debug, Input)]
pub struct Params {
    /// The service that it is for.
    pub service: Service,
    /// The account, the reseller, or for Webmail the mailbox.
    pub user: Target,
    /// The page that it opens, by its known name; the first one where there is none of that name.
    #[param(default = "")]
    pub app: String,
    /// The path token, `cpsess` and at least ten digits; a random one where it is absent.
    pub cp_security_token: Option<PathToken>,
    /// The language of its pages.
    pub locale: Option<Locale>,
    /// The name or the address of the server in the URL; its own name where it is absent.
    pub preferred_domain: Option<HostName>,
    /// What the page that makes sites begins with, in base64.
    #[param(name = "promptToken")]
    pub prompt_token: Option<Prompt>,
}

/// The session.
#[derive(Debug, Output)]
pub struct Reply {
    /// The first part of its paths: `/cpsess` and digits.
    pub cp_security_token: String,
    /// When it ends unless it is used.
    pub expires: UnixTime,
    /// The service that it is for.
    pub service: Service,
    /// Its id.
    pub session: String,
    /// The URL that opens it, once.
    pub url: String,
}

/// See [`Params`].
pub struct CreateUserSession;

impl Function for CreateUserSession {
    const NAME: &'static str = "create_user_session";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CreateUserSession]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let change = Change::begin(cx)?;
        let holder = target::holder(cx, change.tx(), params.service, &params.user)?;
        let opening = Opening {
            service: params.service,
            user: &holder.user,
            generation: holder.generation,
            made_by: Some(&cx.caller.user),
            state: SessionState::Once,
            path_token: params.cp_security_token.as_ref().map(|token| token.0.clone()),
        };
        let session = match &holder.mailbox {
            Some(mailbox) => sessions::open_mailbox(change.tx(), cx.host, &opening, mailbox)?,
            None => sessions::open(change.tx(), cx.host, &opening)?,
        };
        let url = url::of(cx, &params, &session)?;
        change.commit(OnFailure::Undo)?;
        cx.reason("Created session");
        Ok(Reply {
            cp_security_token: format!("/cpsess{}", session.path_token),
            expires: session.expires,
            service: params.service,
            session: session.id,
            url,
        })
    }
}

#[cfg(test)]
mod tests;
