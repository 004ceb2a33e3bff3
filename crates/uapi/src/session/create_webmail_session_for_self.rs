//! `Session::create_webmail_session_for_self`

use std::net::IpAddr;

use api::{
    Cx, Effect, Error, Function, Input, Needs, Output, Result,
    records::{Login, Service, SessionState},
};
use functions::domain::{
    change::{Change, OnFailure},
    sessions::{self, Opening},
};

/// Makes a session of Webmail for the account itself, which waits to be opened once: by a POST of
/// `session` to the path `/login` below `token` on the port of Webmail.
#[derive(Input)]
pub struct Params {
    /// The language of its pages; that of the account where it is left out.
    pub locale: Option<String>,
    /// The address that it will be opened from. Sessions are bound to none here.
    pub remote_address: Option<IpAddr>,
}

/// What `create_webmail_session_for_self` answers.
#[derive(Output)]
pub struct Reply {
    /// The server to open it at; null for this one.
    pub hostname: Option<String>,
    /// Its id.
    pub session: String,
    /// The first part of its paths: `/cpsess` and digits.
    pub token: String,
}

/// See [`Params`].
pub struct CreateWebmailSessionForSelf;

impl Function for CreateWebmailSessionForSelf {
    const NAME: &'static str = "create_webmail_session_for_self";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let user = &cx.caller.user;
        let change = Change::begin(cx)?;
        let login: Option<Login> = change.tx().find(&[user.into()])?;
        let login = login.ok_or_else(|| Error::not_found(format!("“{user}” has no login.")))?;
        let opening = Opening {
            service: Service::Webmail,
            user,
            generation: login.generation,
            // Nobody else opens it, so that what bars the account bars it too.
            made_by: None,
            state: SessionState::Once,
            path_token: None,
        };
        let session = sessions::open(change.tx(), cx.host, &opening)?;
        change.commit(OnFailure::Undo)?;
        let token = format!("/cpsess{}", session.path_token);
        Ok(Reply { hostname: None, session: session.id, token })
    }
}

#[cfg(test)]
mod tests {
    use api::records::Service;
    use functions::domain::sessions;

    use crate::testing::{Calls as _, World};

    #[test]
    fn the_session_is_webmails_and_is_opened_once() {
        let world = World::new().account("anna", "root");
        let made = world.uapi_data("anna", "Session", "create_webmail_session_for_self", &[]);
        let (session, token) = (made["session"].as_str().unwrap(), made["token"].as_str().unwrap());
        assert!(session.starts_with("anna:") && token.starts_with("/cpsess"));
        assert!(made["hostname"].is_null());
        let opened = |service| {
            let tx = world.host.store.write().unwrap();
            let now = world.host.clock.now();
            let found = sessions::redeem(&*tx, &world.host, service, session, token, now).unwrap();
            tx.commit().unwrap();
            found.is_some()
        };
        assert!(!opened(Service::Cpanel));
        assert!(opened(Service::Webmail));
        assert!(!opened(Service::Webmail));
    }
}
