//! `Session::create_webmail_session_for_mail_user_check_password`

use std::net::IpAddr;

use api::{
    Account, Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result, Secret,
    records::{Service, SessionState},
};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, mailboxes},
    sessions::{self, Opening},
};

/// Makes a session of Webmail for a mailbox of the account, for who knows its password.
#[derive(Input)]
pub struct Params {
    /// The domain of the mailbox.
    pub domain: DomainName,
    /// The local part of its address.
    pub login: String,
    /// The mailbox's password.
    pub password: Secret,
    /// The language of its pages; that of the account where it is left out.
    pub locale: Option<String>,
    /// The address that it will be opened from. Sessions are bound to none here.
    pub remote_address: Option<IpAddr>,
}

/// What `create_webmail_session_for_mail_user_check_password` answers.
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
pub struct CreateWebmailSessionForMailUserCheckPassword;

impl Function for CreateWebmailSessionForMailUserCheckPassword {
    const NAME: &'static str = "create_webmail_session_for_mail_user_check_password";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domain = Some(&params.domain);
        let (address, _) = addresses::own(&*tx, &account, "login", &params.login, domain)?;
        let mailbox = mailboxes::existing(&*tx, &address)?;
        drop(tx);
        if !cx.host.passwords.verify(&params.password, Some(&mailbox.password))? {
            return Err(Error::denied("password: this is not the mailbox's password."));
        }
        let opening = Opening {
            service: Service::Webmail,
            user: account.name(),
            generation: mailbox.generation,
            made_by: None,
            state: SessionState::Once,
            path_token: None,
        };
        let change = Change::begin(cx)?;
        let session = sessions::open_mailbox(change.tx(), cx.host, &opening, &address)?;
        change.commit(OnFailure::Undo)?;
        let token = format!("/cpsess{}", session.path_token);
        Ok(Reply { hostname: None, session: session.id, token })
    }
}

#[cfg(test)]
mod tests {
    use api::records::Service;
    use functions::domain::sessions;

    use crate::{
        email::samples::{PASSWORD, world},
        testing::Calls as _,
    };

    #[test]
    fn the_session_is_the_mailboxs_and_is_opened_once() {
        let world = world();
        let form = [("domain", "amy.test"), ("login", "info"), ("password", PASSWORD)];
        let made = world.uapi_data(
            "amy",
            "Session",
            "create_webmail_session_for_mail_user_check_password",
            &form,
        );
        let (session, token) = (made["session"].as_str().unwrap(), made["token"].as_str().unwrap());
        assert!(session.starts_with("info@amy.test:") && token.starts_with("/cpsess"));
        let opened = |service| {
            let tx = world.host.store.write().unwrap();
            let now = world.host.clock.now();
            let opened = sessions::redeem(&*tx, &world.host, service, session, token, now).unwrap();
            tx.commit().unwrap();
            opened.and_then(|(record, _)| record.mailbox).map(|mailbox| mailbox.to_string())
        };
        assert_eq!(opened(Service::Cpanel), None);
        assert_eq!(opened(Service::Webmail).as_deref(), Some("info@amy.test"));
        assert_eq!(opened(Service::Webmail), None);
        assert!(
            world
                .uapi(
                    "bob",
                    "Session",
                    "create_webmail_session_for_mail_user_check_password",
                    &form
                )
                .is_err()
        );
    }

    #[test]
    fn a_wrong_password_makes_none() {
        let world = world();
        let form = [("domain", "amy.test"), ("login", "info"), ("password", "Wrong-1-wrong")];
        let said = world.uapi_refusal(
            "amy",
            "Session",
            "create_webmail_session_for_mail_user_check_password",
            &form,
        );
        assert_eq!(said, "password: this is not the mailbox's password.");
    }
}
