//! `uapi_cpanel`

use api::{
    AccountApi, AccountCall, Acl, Cx, Effect, Function, Input, Needs, Output, Result, Value,
};

use crate::domain::relays::Inner;

/// Calls a UAPI function as an account's user; it works in `batch` too.
#[derive(Input)]
pub struct Params {
    /// The account, in lower case.
    #[param(name = "cpanel.user")]
    pub user: String,
    /// The module's name; case-sensitive.
    #[param(name = "cpanel.module")]
    pub module: String,
    /// The function's name; case-sensitive.
    #[param(name = "cpanel.function")]
    pub function: String,
    /// The parameters of the function that is called.
    #[param(merge)]
    pub inner: Inner,
}

/// What the function answered.
#[derive(Output)]
pub struct Reply {
    /// The function's result: its status, errors, messages, warnings, data and metadata.
    pub uapi: Value,
}

/// See [`Params`].
pub struct UapiCpanel;

impl Function for UapiCpanel {
    const NAME: &'static str = "uapi_cpanel";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelApi]);
    // The function that is called says itself whether it changes anything.
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let uapi = cx.relay.account(&AccountCall {
            user: Some(&params.user),
            api: AccountApi::Three,
            module: &params.module,
            function: &params.function,
            form: &params.inner.0,
        })?;
        Ok(Reply { uapi })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_result_stands_under_its_own_key() {
        let form =
            [("cpanel.user", "amy"), ("cpanel.module", "Email"), ("cpanel.function", "list_pops")];
        let data = World::new().data("root", "uapi_cpanel", &form);
        assert_eq!(data["uapi"]["called"], "Three Email::list_pops for amy");
    }

    #[test]
    fn account_module_and_function_must_be_named() {
        let world = World::new();
        for (form, name) in [
            (&[("cpanel.module", "Email"), ("cpanel.function", "f")], "cpanel.user: "),
            (&[("cpanel.user", "amy"), ("cpanel.function", "f")], "cpanel.module: "),
            (&[("cpanel.user", "amy"), ("cpanel.module", "Email")], "cpanel.function: "),
        ] {
            assert!(world.refusal("root", "uapi_cpanel", form).starts_with(name), "{name}");
        }
    }
}
