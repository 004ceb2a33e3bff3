//! `Email::delpop` of cPanel API 2

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::email::delete_pop::{self, DeletePop};

/// Deletes a mailbox with its mail.
#[derive(Input)]
pub struct Params {
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// The local part, or the whole address.
    pub email: String,
}

/// What was done.
#[derive(Output)]
pub struct Row {
    /// What programs said: nothing.
    pub rawout: &'static str,
    /// `OK`.
    pub reason: &'static str,
    /// 1.
    pub result: i64,
}

/// See [`Params`].
pub struct Delpop;

impl Function for Delpop {
    const NAME: &'static str = "delpop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (email, domain) = (params.email, params.domain);
        DeletePop::run(
            cx,
            delete_pop::Params { email, domain, flags: None, skip_quota: Flag(false) },
        )?;
        Ok(vec![Row { rawout: "", reason: "OK", result: 1 }])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_mailbox_goes() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "info")];
        assert!(world.api2("bob", "Email", "delpop", &form).is_err());
        let rows = world.api2("amy", "Email", "delpop", &form).unwrap().data;
        assert_eq!((&rows[0]["result"], &rows[0]["reason"]), (&1.into(), &"OK".into()));
        assert_eq!(world.uapi_data("amy", "Email", "count_pops", &[]), 0);
    }
}
