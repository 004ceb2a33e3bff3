//! `Email::get_client_settings`

use api::{
    Account, Cx, DomainName, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result,
};
use functions::domain::mail::{addresses, settings};

/// Gives how mail programs reach a mailbox.
#[derive(Input)]
pub struct Params {
    /// The address; the account's own mailbox where it is absent.
    pub account: Option<String>,
}

/// How mail programs reach a mailbox.
#[derive(Output)]
pub struct Reply {
    /// The mailbox.
    pub account: String,
    /// Whether it is reached by `ActiveSync`.
    pub activesync_available: Flag,
    /// The mailbox, for people.
    pub display: String,
    /// Its domain.
    pub domain: DomainName,
    /// Whether it is an archive.
    pub from_archiving: Flag,
    /// Whether it may be logged in to without TLS.
    pub has_plaintext_authentication: Flag,
    /// The host of incoming mail.
    pub inbox_host: String,
    /// Its port without TLS.
    pub inbox_insecure_port: u16,
    /// Its port with TLS.
    pub inbox_port: u16,
    /// Its protocol: `imap`.
    pub inbox_service: &'static str,
    /// What one logs in as.
    pub inbox_username: String,
    /// The host of mail.
    pub mail_domain: String,
    /// The host of outgoing mail.
    pub smtp_host: String,
    /// Its port without TLS.
    pub smtp_insecure_port: u16,
    /// Its port with TLS.
    pub smtp_port: u16,
    /// What one logs in as.
    pub smtp_username: String,
}

/// See [`Params`].
pub struct GetClientSettings;

impl Function for GetClientSettings {
    const NAME: &'static str = "get_client_settings";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mailbox = addresses::mailbox(&*tx, &account, "account", params.account.as_deref())?;
        let domain = mailbox.as_ref().and_then(EmailAddress::domain);
        let domain = domain.unwrap_or_else(|| account.record().domain.clone());
        let user = mailbox.map_or_else(|| account.name().to_string(), |one| one.to_string());
        let host = format!("mail.{domain}");
        Ok(Reply {
            account: user.clone(),
            activesync_available: Flag(false),
            display: user.clone(),
            mail_domain: host.clone(),
            domain,
            from_archiving: Flag(false),
            has_plaintext_authentication: settings::plaintext(&*tx)?,
            inbox_host: host.clone(),
            inbox_insecure_port: settings::IMAP,
            inbox_port: settings::IMAPS,
            inbox_service: "imap",
            inbox_username: user.clone(),
            smtp_host: host,
            smtp_insecure_port: settings::SMTP,
            smtp_port: settings::SMTPS,
            smtp_username: user,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, strange, world};

    #[test]
    fn the_settings_are_of_the_mailbox() {
        let world = world();
        let told = data(&world, "get_client_settings", &[("account", "info@amy.test")]);
        assert_eq!(
            (&told["inbox_username"], &told["inbox_port"]),
            (&"info@amy.test".into(), &993.into())
        );
        assert_eq!(
            (&told["smtp_host"], &told["smtp_port"]),
            (&"mail.amy.test".into(), &465.into())
        );
        assert_eq!(data(&world, "get_client_settings", &[])["account"], "amy");
        assert!(strange(&world, "get_client_settings", &[("account", "info@amy.test")]).is_err());
    }
}
