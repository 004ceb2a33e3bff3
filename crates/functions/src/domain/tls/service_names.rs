//! The host names by which clients of a service are best called: names for which the certificate is
//! good that they are shown.

use api::{
    Cx, DomainName, Host, Result, UnixTime, UserName, Word,
    ports::Certificate,
    records::{DomainRecord, Tx},
};

use super::{certificates, hosts, mail_sni, names};
use crate::domain::domains::Domains;

/// How a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Method {
    /// No certificate is good for a name.
    #[word("none")]
    None,
    /// The certificate names it.
    #[word("exact")]
    Exact,
    /// A wildcard of the certificate covers it.
    #[word("exact-wildcard")]
    ExactWildcard,
    /// The certificate is good for `mail.` before it.
    #[word("mail-wildcard")]
    MailWildcard,
    /// The certificate is good for `www.` before it.
    #[word("www-wildcard")]
    WwwWildcard,
    /// A wildcard of the server's own certificate covers the host's name.
    #[word("hostname-wildcard")]
    HostnameWildcard,
    /// The server's own certificate names the host.
    #[word("hostname")]
    Hostname,
    /// The certificate is good for `mail.` before another domain of the account.
    #[word("localdomain_on_cert-mail-wildcard")]
    LocaldomainOnCertMailWildcard,
    /// The certificate is good for `www.` before another domain of the account.
    #[word("localdomain_on_cert-www-wildcard")]
    LocaldomainOnCertWwwWildcard,
    /// The certificate is good for another domain of the account.
    #[word("localdomain_on_cert")]
    LocaldomainOnCert,
}

/// A service of the server, by the names that callers have for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ServerService {
    /// WHM.
    #[word("whostmgr")]
    Whostmgr,
    /// The accounts' interface.
    #[word("cpanel")]
    Cpanel,
    /// The mailboxes' interface.
    #[word("webmail")]
    Webmail,
    /// IMAP and POP3.
    #[word("dovecot")]
    Dovecot,
    /// IMAP.
    #[word("imap")]
    Imap,
    /// POP3.
    #[word("pop3")]
    Pop3,
    /// SMTP.
    #[word("exim")]
    Exim,
    /// SMTP.
    #[word("smtp")]
    Smtp,
    /// FTP.
    #[word("ftp")]
    Ftp,
}

/// The name that is best, and the certificate that its callers are shown.
pub struct Best {
    /// How it was found.
    pub method: Method,
    /// The name.
    pub name: String,
    /// The certificate, where one is known.
    pub certificate: Option<Certificate>,
}

impl Best {
    /// Whether the certificate is within its dates and signed by another.
    pub fn is_valid(&self, now: UnixTime) -> bool {
        self.certificate
            .as_ref()
            .is_some_and(|it| !it.self_signed && certificates::is_good(it, now))
    }

    /// Whether the certificate is good for the name by a wildcard only.
    pub fn is_wildcard(&self) -> bool {
        self.certificate.as_ref().is_some_and(|it| !it.names.contains(&self.name))
    }
}

/// The domain that a caller means by a domain of the account, an address at one, or its name.
pub fn domain(cx: &Cx<'_>, account: &UserName, given: &str) -> Result<String> {
    let given = given.trim().to_ascii_lowercase();
    let tx = cx.host.store.read()?;
    if given == account.as_str() {
        return Ok(Domains::of(&*tx, account)?.main()?.name.to_string());
    }
    let domain = given.rsplit_once('@').map_or(given.as_str(), |(_, domain)| domain);
    let name = DomainName::of_site(domain).map_err(|rule| api::Error::param("domain", rule))?;
    mail_sni::check(&*tx, account, "domain", &name)?;
    Ok(name.to_string())
}

/// For mail at a domain of the account: the certificate of its site where the mail servers show it, then the
/// server's own.
pub fn of_mail(host: &Host, account: &UserName, domain: &str, only_mail: bool) -> Result<Best> {
    let wanted = if only_mail { format!("mail.{domain}") } else { domain.to_owned() };
    let tx = host.store.read()?;
    let domains = Domains::of(&*tx, account)?;
    let shown = if mail_sni::is_on(host)? { shown(host, &*tx, &domains, domain)? } else { None };
    drop(tx);
    if let Some(certificate) = shown
        && let Some((method, name)) = choose(&certificate, &wanted, only_mail, domains.all())
    {
        return Ok(Best { method, name, certificate: Some(certificate) });
    }
    let own = of_server(host)?;
    Ok(if own.method == Method::None { Best { name: wanted, ..own } } else { own })
}

/// For what shows the server's own certificate.
pub fn of_server(host: &Host) -> Result<Best> {
    let name = host.system.hostname()?.to_ascii_lowercase();
    let certificate = match host.tls.own()? {
        Some(pem) => Some(certificates::read_one(host, "certificate", &pem)?),
        None => None,
    };
    let covered = certificate.as_ref().filter(|it| certificates::is_for(it, &name));
    let method = match covered {
        None => Method::None,
        Some(it) if it.names.contains(&name) => Method::Hostname,
        Some(_) => Method::HostnameWildcard,
    };
    Ok(Best { method, name, certificate })
}

/// The certificate of the site that a domain, or `mail.` or `www.` before one, leads to.
fn shown(host: &Host, tx: &dyn Tx, domains: &Domains, name: &str) -> Result<Option<Certificate>> {
    let below = ["mail.", "www."].iter().find_map(|label| name.strip_prefix(label));
    let row = domains.find(name).or_else(|| below.and_then(|name| domains.find(name)));
    let Some(row) = row else { return Ok(None) };
    match hosts::find(tx, domains.site_of(row))? {
        Some(installed) => hosts::certificate(host, &installed).map(Some),
        None => Ok(None),
    }
}

/// The best name that a certificate is good for, beginning with the wanted one.
fn choose(
    certificate: &Certificate,
    wanted: &str,
    only: bool,
    all: &[DomainRecord],
) -> Option<(Method, String)> {
    let covers = |name: &str| names::any_covers(&certificate.names, name);
    let (mail, www) = (format!("mail.{wanted}"), format!("www.{wanted}"));
    match () {
        () if certificate.names.iter().any(|name| name == wanted) => {
            return Some((Method::Exact, wanted.to_owned()));
        }
        () if covers(wanted) => return Some((Method::ExactWildcard, wanted.to_owned())),
        () if only => return None,
        () if covers(&mail) => return Some((Method::MailWildcard, mail)),
        () if covers(&www) => return Some((Method::WwwWildcard, www)),
        () => {}
    }
    let others = [
        ("", Method::LocaldomainOnCert),
        ("mail.", Method::LocaldomainOnCertMailWildcard),
        ("www.", Method::LocaldomainOnCertWwwWildcard),
    ];
    others.into_iter().find_map(|(label, method)| {
        let mut names = all.iter().map(|row| format!("{label}{}", row.name));
        names.find(|name| covers(name)).map(|name| (method, name))
    })
}
