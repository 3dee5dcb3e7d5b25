#!/usr/bin/env bash
# The life of one contract through the REST API, with curl: from draft to signed, from both sides.
#
#   BASE=http://localhost:3000 bash docs/integration/walk.sh
#
# Runs against a demo instance (npm start). Needs curl, node and OpenSSL 3. The employer's side works with an API
# token, as an HR system would; the university's side signs in with a password. Signatures are made by OpenSSL with the
# demo keys: the private key never leaves this machine.
set -euo pipefail

BASE=${BASE:-http://localhost:3000}
API=$BASE/api/v1
PASSWORD=Praktika-2026-demo
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

say() { printf '%s\n' "$*"; }
# field PATH: a member of the JSON on standard input, for example `field revision.id`
field() { node -e 'let t="";process.stdin.on("data",d=>t+=d).on("end",()=>{let v=JSON.parse(t);for(const k of process.argv[1].split("."))v=v?.[k];console.log(String(v??""))})' "$1"; }
key() { node -p 'crypto.randomUUID()'; }
# call NAME ARGS…: curl as that person; a refusal ends the walk with the problem's own words
call() {
  local jar=$WORK/$1.cookies; shift
  curl -sS --fail-with-body -b "$jar" -c "$jar" -H 'Content-Type: application/json' "$@" || { say "refused: $*" >&2; exit 1; }
}
# hr ARGS…: curl as the employer's HR system, with its token
hr() { curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $(key)" -H 'Content-Type: application/json' "$@" || { say "refused: $*" >&2; exit 1; }; }
sign_in() { call "$1" "$API/auth/login" -d "{\"email\":\"$2\",\"password\":\"$PASSWORD\"}" > "$WORK/$1.json"; }
# enter NAME ORGANIZATION: «Войти как», for people who work in several organizations
enter() { call "$1" "$API/auth/organization" -d "{\"organizationId\":\"$2\"}" > /dev/null; }
version() { field version < "$WORK/card.json"; }
# act CALLER ACTION BODY: an action on the document, in the version the caller saw; the card is kept in card.json
act() {
  local who=$1 action=$2 body=$3
  $who "$API/documents/$ID/actions/$action" -H "If-Match: \"v$(version)\"" -d "$body" > "$WORK/next.json"
  mv "$WORK/next.json" "$WORK/card.json"
  say "$action → $(field statusLabel < "$WORK/card.json")"
}
office() { call office "$@"; }
rector() { call rector "$@"; }

# --- the employer's head gives the HR system a token (shown once) ---
sign_in head head@romashka.example
TOKEN=$(call head "$API/api-tokens" -H "Idempotency-Key: $(key)" \
  -d '{"name":"Кадровая система","scopes":["documents:read","documents:write","documents:sign-request"],"expiresInDays":30}' | field token)
say "token ${TOKEN:0:12}…"
EMPLOYER=$(hr "$API/organization" | field id)

# --- the university drafts «Договор на период практики» ---
sign_in office practice@szgu.example
node -e '
  const text = "BT /F1 14 Tf 72 720 Td (Contract on practical training) Tj ET";
  const parts = ["<</Type/Catalog/Pages 2 0 R>>","<</Type/Pages/Kids[3 0 R]/Count 1>>","<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>","<</Length "+text.length+">>\nstream\n"+text+"\nendstream","<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
  let pdf = "%PDF-1.4\n", offsets = [];
  parts.forEach((p,i)=>{offsets.push(pdf.length); pdf += (i+1)+" 0 obj\n"+p+"\nendobj\n"});
  const xref = pdf.length;
  pdf += "xref\n0 6\n0000000000 65535 f \n"+offsets.map(o=>String(o).padStart(10,"0")+" 00000 n \n").join("")+"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n"+xref+"\n%%EOF\n";
  require("fs").writeFileSync(process.argv[1], pdf)' "$WORK/contract.pdf"
upload() { curl -sS --fail-with-body -b "$WORK/office.cookies" -F "file=@$1;type=application/pdf" "$API/files" | field id; }
FILE=$(upload "$WORK/contract.pdf")
office "$API/contracts" -d @- > "$WORK/card.json" <<JSON
{ "kind": "PERIOD_CONTRACT", "partnerId": "$EMPLOYER", "number": "API-$(date +%s%N)", "date": "$(date +%F)",
  "terms": {
    "validFrom": "2027-02-01", "validTo": "2027-06-30",
    "programmes": [{ "specialtyCode": "09.03.04", "specialtyName": "Программная инженерия", "practiceKind": "INDUSTRIAL",
                     "seats": 5, "from": "2027-02-08", "to": "2027-03-07" }],
    "premises": [{ "name": "Учебный класс № 3" }],
    "educationSupervisor": { "fullName": "Орлова Ирина Сергеевна" },
    "assessment": { "gradeScale": "FIVE_POINT", "reportMode": "ON_PORTAL", "reportSignatureRequired": true }
  },
  "files": [{ "fileId": "$FILE", "role": "MAIN" }] }
JSON
ID=$(field id < "$WORK/card.json")
say "draft $ID → $(field statusLabel < "$WORK/card.json")"
act office submit-approval '{}'

# --- the HR system finds it, sends it back, then approves revision 2 ---
hr -G "$API/documents" -d direction=INCOMING -d kind=PERIOD_CONTRACT -d status=ON_APPROVAL | grep -q "$ID"
act hr request-revision '{"reason":"Уточните количество мест"}'
act office reopen '{}'
printf '%%%% revision 2\n' >> "$WORK/contract.pdf"
FILE=$(upload "$WORK/contract.pdf")
office -X PATCH "$API/contracts/$ID" -H "If-Match: \"v$(version)\"" -d "{\"files\":[{\"fileId\":\"$FILE\",\"role\":\"MAIN\"}]}" > "$WORK/next.json"
mv "$WORK/next.json" "$WORK/card.json"
act office submit-approval '{}'
act hr approve '{"seats":5}'
act office submit-signing '{}'

# --- both heads sign the exact bytes of the revision, the employer first ---
# sign_as CALLER EMAIL: detached CAdES-BES over the revision's file, sent in base64
sign_as() {
  local who=$1; shift
  curl -sS --fail-with-body "$API/demo/certificates/$1.p12" -o "$WORK/$1.p12"
  openssl pkcs12 -in "$WORK/$1.p12" -passin "pass:$PASSWORD" -nodes -nocerts -out "$WORK/$1.key" 2> /dev/null
  openssl pkcs12 -in "$WORK/$1.p12" -passin "pass:$PASSWORD" -nokeys -clcerts -out "$WORK/$1.crt" 2> /dev/null
  openssl pkcs12 -in "$WORK/$1.p12" -passin "pass:$PASSWORD" -nokeys -cacerts -out "$WORK/$1.chain" 2> /dev/null
  openssl cms -sign -cades -binary -md sha256 -in "$WORK/revision.pdf" -signer "$WORK/$1.crt" -inkey "$WORK/$1.key" \
    -certfile "$WORK/$1.chain" -outform DER -out "$WORK/$1.sig"
  act "$who" sign "{\"revisionId\":\"$REVISION\",\"cms\":\"$(base64 -w0 "$WORK/$1.sig")\"}"
}
hr "$API/files/$(field revision.file.fileId < "$WORK/card.json")/content" -o "$WORK/revision.pdf"
REVISION=$(field revision.id < "$WORK/card.json")
sign_as hr head@romashka.example
sign_in rector rector@szgu.example
sign_as rector rector@szgu.example

# --- either side takes everything away as one zip; later the employer closes the contract ---
hr "$API/documents/$ID/bundle" -o "$WORK/bundle.zip"
say "bundle $(wc -c < "$WORK/bundle.zip") bytes"
act hr close '{"mode":"WITHOUT_AGREEMENT","comment":"Практика проведена"}'
