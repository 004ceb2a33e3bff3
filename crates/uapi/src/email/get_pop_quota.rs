//! `Email::get_pop_quota`

use api::{Account, Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::{addresses, mailboxes};

/// Gives a mailbox's quota.
#[derive(Input)]
pub struct Params {
    /// The local part, or the whole address.
    pub email: String,
    /// Whether it is given in bytes.
    #[param(default = 0)]
    pub as_bytes: Flag,
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct GetPopQuota;

impl Function for GetPopQuota {
    const NAME: &'static str = "get_pop_quota";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domain = params.domain.as_ref();
        let (address, _) = addresses::own(&*tx, &account, "email", &params.email, domain)?;
        let quota = i64::from(mailboxes::existing(&*tx, &address)?.quota.0.unwrap_or_default());
        Ok(if params.as_bytes.0 { quota << 20 } else { quota })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn a_quota_is_given_in_megabytes_or_bytes() {
        let world = world();
        assert_eq!(data(&world, "get_pop_quota", &[("email", "info")]), 32768);
        let form = [("email", "info@amy.test"), ("as_bytes", "1")];
        assert_eq!(data(&world, "get_pop_quota", &form), 32768_i64 << 20);
        let said = refusal(&world, "get_pop_quota", &[("email", "no")]);
        assert!(said.starts_with("email: "), "{said}");
    }
}
