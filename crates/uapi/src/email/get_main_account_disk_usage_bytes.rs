//! `Email::get_main_account_disk_usage_bytes`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::measure;

/// Gives the bytes that the account's own mailbox holds.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetMainAccountDiskUsageBytes;

impl Function for GetMainAccountDiskUsageBytes {
    const NAME: &'static str = "get_main_account_disk_usage_bytes";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        Ok(measure::wire(cx.host.mail.usage(&account, None)?.bytes))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn bytes_are_given() {
        let world = world();
        assert_eq!(data(&world, "get_main_account_disk_usage_bytes", &[]), 0);
        let to = [("account", "info@amy.test"), ("to", "anybody@amy.test")];
        data(&world, "dispatch_client_settings", &to);
        assert!(data(&world, "get_main_account_disk_usage_bytes", &[]).as_i64().unwrap() > 100);
    }
}
