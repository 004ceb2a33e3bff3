//! `Email::get_default_email_quota`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::mailboxes;

/// Gives the usual quota of a mailbox, in bytes.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetDefaultEmailQuota;

impl Function for GetDefaultEmailQuota {
    const NAME: &'static str = "get_default_email_quota";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        Ok(i64::from(mailboxes::usual(&account).0.unwrap_or_default()) << 20)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn the_accounts_own_limits_count_where_they_are_lower() {
        let world = world();
        assert_eq!(data(&world, "get_default_email_quota", &[]), 32768_i64 << 20);
        let world = world.with_account("amy", |account| account.quota = api::Limit::of(100));
        assert_eq!(data(&world, "get_default_email_quota", &[]), 100_i64 << 20);
    }
}
