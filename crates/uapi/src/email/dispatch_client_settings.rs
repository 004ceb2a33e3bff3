//! `Email::dispatch_client_settings`

use api::{Account, Cx, Effect, EmailAddress, Error, Function, Input, Needs, Result};
use functions::domain::mail::{addresses, sending};

/// Sends the settings of a mailbox to an address.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account.
    pub account: String,
    /// Who gets them.
    pub to: EmailAddress,
}

/// See [`Params`].
pub struct DispatchClientSettings;

impl Function for DispatchClientSettings {
    const NAME: &'static str = "dispatch_client_settings";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mailbox = addresses::mailbox(&*tx, &account, "account", Some(&params.account))?;
        drop(tx);
        if params.to.is_empty() {
            return Err(Error::param("to", "is required"));
        }
        let domain = mailbox.as_ref().and_then(EmailAddress::domain);
        let domain = domain.unwrap_or_else(|| account.record().domain.clone());
        let user = mailbox.map_or_else(|| account.name().to_string(), |one| one.to_string());
        sending::dispatch_settings(cx, &account, &user, &format!("mail.{domain}"), &params.to)
    }
}

#[cfg(test)]
mod tests {
    use api::ports::Sender;

    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn a_letter_is_delivered_or_waits() {
        let world = world();
        let account = ("account", "info@amy.test");
        data(&world, "dispatch_client_settings", &[account, ("to", "info@amy.test")]);
        let held = data(&world, "get_disk_usage", &[("domain", "amy.test"), ("user", "info")]);
        assert!(held["diskused"].as_f64().is_some());
        data(&world, "dispatch_client_settings", &[account, ("to", "x@else.test")]);
        let amy = "amy".parse().unwrap();
        let queue = world.host.mail.queue(&Sender::Account(&amy)).unwrap();
        assert_eq!((queue.len(), queue[0].recipient.as_str()), (1, "x@else.test"));
        let said = refusal(&world, "dispatch_client_settings", &[account, ("to", "nobody")]);
        assert!(said.starts_with("to: "), "{said}");
        let form = [account, ("to", "x@else.test")];
        assert!(strange(&world, "dispatch_client_settings", &form).is_err());
    }
}
