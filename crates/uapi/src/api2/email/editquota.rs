//! `Email::editquota` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};

use crate::{
    api2::outcome::{self, Outcome},
    email::edit_pop_quota::{self, EditPopQuota},
};

/// Changes a mailbox's quota.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The local part, or the whole address.
    pub email: String,
    /// Megabytes; 0 for none.
    pub quota: Option<String>,
}

/// See [`Params`].
pub struct Editquota;

impl Function for Editquota {
    const NAME: &'static str = "editquota";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (domain, email, quota) = (params.domain, params.email, params.quota);
        EditPopQuota::run(cx, edit_pop_quota::Params { domain, email, quota })?;
        Ok(outcome::done(""))
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_quota_is_set() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "info@amy.test"), ("quota", "7")];
        let rows = world.api2("amy", "Email", "editquota", &form).unwrap().data;
        assert_eq!((&rows[0]["result"], &rows[0]["reason"]), (&1.into(), &"".into()));
        assert_eq!(world.uapi_data("amy", "Email", "get_pop_quota", &[("email", "info")]), 7);
        assert!(world.api2("bob", "Email", "editquota", &form).is_err());
    }
}
