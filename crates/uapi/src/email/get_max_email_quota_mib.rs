//! `Email::get_max_email_quota_mib`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::{mailboxes, measure};

/// Gives the largest quota of a mailbox, in MiB.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetMaxEmailQuotaMib;

impl Function for GetMaxEmailQuotaMib {
    const NAME: &'static str = "get_max_email_quota_mib";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        Ok(measure::wire(mailboxes::most(&account)))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn the_accounts_own_limits_count_where_they_are_lower() {
        let world = world();
        assert_eq!(data(&world, "get_max_email_quota_mib", &[]), 4_294_967_296_i64);
        let world = world.with_account("amy", |account| account.quota = api::Limit::of(100));
        assert_eq!(data(&world, "get_max_email_quota_mib", &[]), 100);
    }
}
