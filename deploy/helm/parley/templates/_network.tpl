{{/* The arrows: who may speak with a pod, and with whom it may. What is not here is denied. */}}

{{- define "parley.network.port" -}}
- {protocol: TCP, port: {{ . }}}
{{- end }}

{{- define "parley.network.kafkaPorts" -}}
{{- $ports := dict -}}
{{- range splitList "," .root.Values.kafka.bootstrapServers }}{{ $ports = set $ports (splitList ":" . | last) true }}{{ end -}}
{{- range $port, $_ := $ports }}
{{ include "parley.network.port" $port }}
{{- end }}
{{- end }}

{{- define "parley.network.portOf" -}}
{{- $url := urlParse . -}}
{{- if contains ":" $url.host }}{{ splitList ":" $url.host | last }}{{ else if eq $url.scheme "http" }}80{{ else }}443{{ end -}}
{{- end }}

{{- define "parley.network.toDatabase" -}}
- to:
    {{- toYaml .root.Values.networkPolicy.dns | nindent 4 }}
  ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]
- to:
    {{- toYaml .root.Values.networkPolicy.database | nindent 4 }}
  ports:
    {{- include "parley.network.port" .root.Values.database.port | nindent 4 }}
{{- end }}

{{- define "parley.networkPolicy" -}}
{{- $network := .root.Values.networkPolicy -}}
{{- if $network.enabled -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        {{- toYaml $network.router | nindent 8 }}
        {{- $callers := .callers }}
        {{- if .root.Values.operate.enabled }}{{ $callers = append ($callers | default list) "operate" }}{{ end }}
        {{- range $callers }}
        - podSelector:
            matchLabels:
              {{- include "parley.selector" (dict "root" $.root "name" .) | nindent 14 }}
        {{- end }}
      ports:
        {{- include "parley.network.port" .port | nindent 8 }}
    - from:
        {{- toYaml $network.prometheus | nindent 8 }}
      ports:
        {{- include "parley.network.port" .management | nindent 8 }}
  egress:
    {{- include "parley.network.toDatabase" . | nindent 4 }}
    - to:
        {{- toYaml $network.kafka | nindent 8 }}
      ports:
        {{- include "parley.network.kafkaPorts" . | trim | nindent 8 }}
    - to:
        {{- toYaml $network.oidc | nindent 8 }}
      ports:
        {{- include "parley.network.port" (include "parley.network.portOf" .root.Values.oidc.issuer) | nindent 8 }}
    {{- if .root.Values.tracing.endpoint }}
    - to:
        {{- toYaml $network.tracing | nindent 8 }}
      ports:
        {{- include "parley.network.port" (include "parley.network.portOf" .root.Values.tracing.endpoint) | nindent 8 }}
    {{- end }}
    {{- range .calls }}
    - to:
        - podSelector:
            matchLabels:
              {{- include "parley.selector" (dict "root" $.root "name" .name) | nindent 14 }}
      ports:
        {{- include "parley.network.port" .port | nindent 8 }}
    {{- end }}
    {{- if .sends }}
    - to:
        {{- toYaml $network.gateways | nindent 8 }}
      ports:
        {{- range $network.gatewayPorts }}
        {{- include "parley.network.port" . | nindent 8 }}
        {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{- define "parley.migration.networkPolicy" -}}
{{- $migrates := merge (dict "name" (printf "%s-migration" .name)) . -}}
{{- if and .root.Values.networkPolicy.enabled .root.Values.migrations.job -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "parley.metadata" $migrates | nindent 2 }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: "-5"
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  podSelector:
    matchLabels:
      {{- include "parley.selector" $migrates | nindent 6 }}
  policyTypes: [Ingress, Egress]
  egress:
    {{- include "parley.network.toDatabase" . | nindent 4 }}
{{- end }}
{{- end }}
