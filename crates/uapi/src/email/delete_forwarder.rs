//! `Email::delete_forwarder`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, forwarders},
};

/// Deletes a forwarder of an address.
#[derive(Input)]
pub struct Params {
    /// The address that is forwarded.
    pub address: EmailAddress,
    /// Where its mail goes, as the list of forwarders has it.
    pub forwarder: String,
}

/// See [`Params`].
pub struct DeleteForwarder;

impl Function for DeleteForwarder {
    const NAME: &'static str = "delete_forwarder";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let (address, domain) =
            addresses::whole(change.tx(), &account, "address", &params.address)?;
        forwarders::remove(&mut change, (&address, &domain), &params.forwarder)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn one_forwarder_goes_and_the_others_stay() {
        let world = world();
        let form = [
            ("domain", "amy.test"),
            ("email", "x"),
            ("fwdopt", "fwd"),
            ("fwdemail", "a@b.test, c@d.test"),
        ];
        data(&world, "add_forwarder", &form);
        let form = [("address", "x@amy.test"), ("forwarder", "a@b.test")];
        assert!(strange(&world, "delete_forwarder", &form).is_err());
        data(&world, "delete_forwarder", &form);
        let left = data(&world, "list_forwarders", &[("domain", "amy.test")]);
        assert_eq!((&left[0]["forward"], left.as_array().unwrap().len()), (&"c@d.test".into(), 1));
        let said = refusal(&world, "delete_forwarder", &form);
        assert_eq!(said, "forwarder: x@amy.test is not forwarded to “a@b.test”.");
    }
}
