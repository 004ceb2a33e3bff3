//! `domainuserdata`

use api::{
    Account, Acl, Cx, DomainName, Effect, Error, Flag, Function, Input, Legacy, Needs, Output,
    Result, records::DomainRecord,
};

use crate::domain::domains::{Domains, settings};

/// Gives the web server's settings of a domain.
#[derive(Debug, Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// The settings.
#[derive(Debug, Output)]
pub struct Reply {
    /// The settings.
    pub userdata: UserData,
}

/// The web server's settings of a domain.
#[derive(Debug, Output)]
pub struct UserData {
    /// The site's own logs beside the server's; none are kept.
    pub customlog: Vec<CustomLog>,
    /// The folder of the site, as a whole path.
    pub documentroot: String,
    /// The group that the site's programs run in.
    pub group: String,
    /// Whether CGI programs run.
    pub hascgi: Flag,
    /// The account's home.
    pub homedir: String,
    /// The IPv4 address of the site.
    pub ip: String,
    /// Root or the reseller that owns the account.
    pub owner: String,
    /// Whether PHP is kept inside the home.
    pub phpopenbasedirprotect: Flag,
    /// The port of the site without TLS.
    pub port: u16,
    /// Where CGI programs lie.
    pub scriptalias: Vec<ScriptAlias>,
    /// The address that error pages name.
    pub serveradmin: String,
    /// The site's other names, parted by spaces.
    pub serveralias: String,
    /// The site's name.
    pub servername: String,
    /// Whether the server calls itself by the site's name: `On` or `Off`.
    pub usecanonicalname: String,
    /// The account.
    pub user: String,
    /// Whether homes are kept from being served by other sites: `On` or `Off`.
    pub userdirprotect: String,
}

/// A log of a site.
#[derive(Debug, Output)]
pub struct CustomLog {
    /// The format's name.
    pub format: String,
    /// The file.
    pub target: String,
}

/// A folder of programs.
#[derive(Debug, Output)]
pub struct ScriptAlias {
    /// The folder, as a whole path.
    pub path: String,
    /// The path in URLs.
    pub url: String,
}

/// See [`Params`].
pub struct DomainUserData;

impl Function for DomainUserData {
    const NAME: &'static str = "domainuserdata";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::beside("userdata");
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let unknown = || Error::not_found(format!("There is no domain “{}”.", params.domain));
        let domain: DomainRecord = tx.find(&[(&params.domain).into()])?.ok_or_else(unknown)?;
        let account = cx.account(&*tx, &domain.account).map_err(|_| unknown())?;
        let domains = Domains::of(&*tx, account.name())?;
        let site = domains.site_of(&domain);
        let names = settings::other_names(&domains, site);
        cx.reason("Obtained userdata.");
        Ok(Reply { userdata: userdata(&account, site, &names, cx.host.settings.web_ports.0) })
    }
}

fn userdata(account: &Account, site: &DomainRecord, names: &[String], port: u16) -> UserData {
    let record = account.record();
    let documentroot = format!("{}/{}", record.home, site.document_root);
    let programs =
        ScriptAlias { path: format!("{documentroot}/cgi-bin"), url: "/cgi-bin/".to_owned() };
    UserData {
        customlog: Vec::new(),
        documentroot,
        group: record.name.to_string(),
        hascgi: record.cgi,
        homedir: record.home.clone(),
        ip: record.ip.clone(),
        owner: record.owner.to_string(),
        phpopenbasedirprotect: Flag(true),
        port,
        scriptalias: if record.cgi.0 { vec![programs] } else { Vec::new() },
        serveradmin: format!("webmaster@{}", site.name),
        serveralias: names.join(" "),
        servername: site.name.to_string(),
        usecanonicalname: settings::on_or_off(site.canonical).to_owned(),
        user: record.name.to_string(),
        userdirprotect: "On".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl,
        records::{DomainKind, DomainRecord},
    };

    use crate::testing::World;

    #[test]
    fn an_alias_has_the_settings_of_the_main_site() {
        let world = World::new().plant_account("anna", "root");
        let tx = world.host.store.write().unwrap();
        let alias = DomainRecord {
            name: "alias.test".parse().unwrap(),
            account: "anna".parse().unwrap(),
            kind: DomainKind::Parked,
            document_root: "public_html".to_owned(),
            parent: Some("anna.test".parse().unwrap()),
            canonical: false.into(),
        };
        tx.insert(&alias).unwrap();
        tx.commit().unwrap();
        let answer = world.call("root", "domainuserdata", &[("domain", "alias.test")]).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("Obtained userdata."));
        let data = &answer.data["userdata"];
        assert_eq!(data["servername"], "anna.test");
        assert_eq!(data["serveralias"], "www.anna.test alias.test www.alias.test");
        assert_eq!(data["documentroot"], "/home/anna/public_html");
        assert_eq!(data["port"], 80);
    }

    #[test]
    fn a_strangers_domain_is_as_good_as_absent() {
        let world = World::new().reseller("bob", &[Acl::AcctSummary]).plant_account("carl", "root");
        for domain in ["carl.test", "none.test"] {
            let said = world.refusal("bob", "domainuserdata", &[("domain", domain)]);
            assert_eq!(said, format!("There is no domain “{domain}”."));
        }
    }
}
