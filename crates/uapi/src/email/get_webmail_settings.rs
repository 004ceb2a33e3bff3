//! `Email::get_webmail_settings`

use api::{Account, Cx, DomainName, Effect, EmailAddress, Function, Input, Needs, Output, Result};
use functions::domain::mail::addresses;

/// Gives what Webmail must know of a mailbox.
#[derive(Input)]
pub struct Params {
    /// The address, or the account's name; the account's own mailbox where it is absent.
    pub account: Option<String>,
}

/// What Webmail must know.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: DomainName,
    /// Whether the mail is a folder of files: always 1.
    pub has_maildir: i64,
    /// What one logs in as.
    pub user: String,
}

/// See [`Params`].
pub struct GetWebmailSettings;

impl Function for GetWebmailSettings {
    const NAME: &'static str = "get_webmail_settings";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mailbox = addresses::mailbox(&*tx, &account, "account", params.account.as_deref())?;
        let domain = mailbox.as_ref().and_then(EmailAddress::domain);
        Ok(Reply {
            domain: domain.unwrap_or_else(|| account.record().domain.clone()),
            has_maildir: 1,
            user: mailbox.map_or_else(|| account.name().to_string(), |one| one.to_string()),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn a_mailbox_is_known_by_its_address_and_the_account_by_its_name() {
        let world = world();
        let told = data(&world, "get_webmail_settings", &[("account", "info@amy.test")]);
        assert_eq!((&told["user"], &told["domain"]), (&"info@amy.test".into(), &"amy.test".into()));
        assert_eq!(data(&world, "get_webmail_settings", &[])["user"], "amy");
        let said = refusal(&world, "get_webmail_settings", &[("account", "no@amy.test")]);
        assert!(said.contains("no mailbox"), "{said}");
        assert!(strange(&world, "get_webmail_settings", &[("account", "info@amy.test")]).is_err());
    }
}
