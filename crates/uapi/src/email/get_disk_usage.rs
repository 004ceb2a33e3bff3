//! `Email::get_disk_usage`

use api::{Account, Cx, DomainName, Effect, EmailAddress, Function, Input, Needs, Output, Result};
use functions::domain::mail::{addresses, mailboxes, measure};

/// Gives what a mailbox holds.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The local part.
    pub user: String,
}

/// What a mailbox holds.
#[derive(Output)]
pub struct Reply {
    /// Megabytes.
    pub diskused: f64,
    /// The domain.
    pub domain: DomainName,
    /// The address.
    pub login: EmailAddress,
    /// The local part.
    pub user: String,
}

/// See [`Params`].
pub struct GetDiskUsage;

impl Function for GetDiskUsage {
    const NAME: &'static str = "get_disk_usage";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let (address, _) =
            addresses::own(&*tx, &account, "user", &params.user, Some(&params.domain))?;
        let mailbox = mailboxes::existing(&*tx, &address)?;
        let measured = measure::mailbox(cx, &account, mailbox)?;
        Ok(Reply {
            diskused: measure::megabytes(measured.used),
            domain: params.domain,
            user: address.local().to_owned(),
            login: address,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn what_a_mailbox_holds_is_given_in_megabytes() {
        let world = world();
        let form = [("domain", "amy.test"), ("user", "info")];
        let told = data(&world, "get_disk_usage", &form);
        assert_eq!(told["login"], "info@amy.test");
        assert_eq!(told["diskused"].as_f64(), Some(0.0));
        let form = [("domain", "amy.test"), ("user", "none")];
        assert!(refusal(&world, "get_disk_usage", &form).starts_with("email: "));
        assert!(strange(&world, "get_disk_usage", &form).is_err());
    }
}
