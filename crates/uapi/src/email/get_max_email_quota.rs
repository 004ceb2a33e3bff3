//! `Email::get_max_email_quota`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::{mailboxes, measure};

/// Gives the largest quota of a mailbox, in bytes.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetMaxEmailQuota;

impl Function for GetMaxEmailQuota {
    const NAME: &'static str = "get_max_email_quota";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        Ok(measure::wire(mailboxes::most(&account) << 20))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn the_accounts_own_limits_count_where_they_are_lower() {
        let world = world();
        assert_eq!(data(&world, "get_max_email_quota", &[]), 4_503_599_627_370_496_i64);
        let world = world.with_account("amy", |account| account.quota = api::Limit::of(100));
        assert_eq!(data(&world, "get_max_email_quota", &[]), 100_i64 << 20);
    }
}
