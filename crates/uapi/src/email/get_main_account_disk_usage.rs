//! `Email::get_main_account_disk_usage`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::measure;

/// Gives what the account's own mailbox holds, for people.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetMainAccountDiskUsage;

impl Function for GetMainAccountDiskUsage {
    const NAME: &'static str = "get_main_account_disk_usage";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let used = cx.host.mail.usage(&account, None)?.bytes;
        Ok(measure::human(used).replace('\u{a0}', " "))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn a_number_and_a_unit_are_given() {
        let world = world();
        assert_eq!(data(&world, "get_main_account_disk_usage", &[]), "0 bytes");
        let to = [("account", "info@amy.test"), ("to", "anybody@amy.test")];
        data(&world, "dispatch_client_settings", &to);
        let told = data(&world, "get_main_account_disk_usage", &[]);
        assert_ne!(told, "0 bytes", "what is for nobody lies in the account's own mailbox");
    }
}
