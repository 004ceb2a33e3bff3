//! `cpanel`

use api::{
    AccountApi, AccountCall, Acl, Cx, Effect, Function, Input, Legacy, Needs, Result, Value, Word,
    object,
};

use crate::domain::relays::Inner;

/// Calls a cPanel API or UAPI function as a cPanel user.
///
/// The answer is that of the function, in the envelope of its own API.
#[derive(Input)]
pub struct Params {
    /// The function's name; case-sensitive.
    #[param(alias = "cpanel_xmlapi_func", default = "")]
    pub cpanel_jsonapi_func: String,
    /// The module's name; case-sensitive.
    #[param(alias = "cpanel_xmlapi_module", default = "")]
    pub cpanel_jsonapi_module: String,
    /// The account, in lower case.
    #[param(alias = "cpanel_xmlapi_user")]
    pub cpanel_jsonapi_user: Option<String>,
    /// 1: cPanel API 1; 2: cPanel API 2; 3: UAPI.
    #[param(alias = "cpanel_xmlapi_apiversion", default = CpanelJsonapiApiversion::Two)]
    pub cpanel_jsonapi_apiversion: CpanelJsonapiApiversion,
    /// The parameters of the function that is called.
    #[param(merge)]
    pub inner: Inner,
}

/// What `cpanel_jsonapi_apiversion` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CpanelJsonapiApiversion {
    /// `1`.
    #[word("1")]
    One,
    /// `2`.
    #[word("2")]
    Two,
    /// `3`.
    #[word("3")]
    Three,
}

/// See [`Params`].
pub struct Cpanel;

impl Function for Cpanel {
    const NAME: &'static str = "cpanel";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelApi]);
    // The function that is called says itself whether it changes anything.
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::LITERAL;
    type Params = Params;
    type Reply = Value;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Value> {
        let (module, function) = (&params.cpanel_jsonapi_module, &params.cpanel_jsonapi_func);
        let api = match params.cpanel_jsonapi_apiversion {
            CpanelJsonapiApiversion::One => AccountApi::One,
            CpanelJsonapiApiversion::Two => AccountApi::Two,
            CpanelJsonapiApiversion::Three => AccountApi::Three,
        };
        let user = Some(params.cpanel_jsonapi_user.as_deref().unwrap_or_default());
        let answer = cx.relay.account(&AccountCall {
            user,
            api,
            module,
            function,
            form: &params.inner.0,
        })?;
        if api != AccountApi::Three {
            return Ok(answer);
        }
        Ok(object([
            ("apiversion", 3.into()),
            ("func", function.as_str().into()),
            ("module", module.as_str().into()),
            ("result", answer),
        ]))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_call_is_relayed_in_the_version_that_is_named_or_in_2() {
        let world = World::new();
        let form = [
            ("cpanel_jsonapi_user", "amy"),
            ("cpanel_jsonapi_module", "Email"),
            ("cpanel_jsonapi_func", "listpops"),
        ];
        let second = world.data("root", "cpanel", &form);
        assert_eq!(second["called"], "Two Email::listpops for amy");
        let old = [
            ("cpanel_xmlapi_user", "amy"),
            ("cpanel_xmlapi_module", "Email"),
            ("cpanel_xmlapi_func", "list_pops"),
            ("cpanel_xmlapi_apiversion", "3"),
        ];
        let third = world.data("root", "cpanel", &old);
        assert_eq!(third["result"]["called"], "Three Email::list_pops for amy");
        assert_eq!((&third["apiversion"], &third["func"]), (&3.into(), &"list_pops".into()));
    }

    #[test]
    fn a_call_without_a_user_names_nobody() {
        let world = World::new();
        let answer = world.data("root", "cpanel", &[("cpanel_jsonapi_apiversion", "1")]);
        assert_eq!(answer["called"], "One :: for ");
    }
}
