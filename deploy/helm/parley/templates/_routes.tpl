{{/* The paths of a service, on the common host or on one of its own. */}}

{{- define "parley.route.paths" -}}
{{- $paths := .paths -}}
{{- if .values.host }}{{ $paths = concat $paths .ownHostPaths }}{{ end -}}
{{ toYaml $paths }}
{{- end }}

{{- define "parley.ingress" -}}
{{- $ingress := .root.Values.routes.ingress -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
  {{- with $ingress.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with $ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  {{- with $ingress.tlsSecret }}
  tls:
    - hosts: [{{ include "parley.host" $ }}]
      secretName: {{ . }}
  {{- end }}
  rules:
    - host: {{ include "parley.host" . }}
      http:
        paths:
          {{- range include "parley.route.paths" . | fromYamlArray }}
          - path: {{ . }}
            pathType: Prefix
            backend:
              service:
                name: {{ include "parley.fullname" $ }}
                port: {name: http}
          {{- end }}
{{- end }}

{{- define "parley.httpRoute" -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  parentRefs:
    {{- toYaml .root.Values.routes.gateway.parentRefs | nindent 4 }}
  hostnames: [{{ include "parley.host" . }}]
  rules:
    # At most 64 matches are allowed in a rule, and 16 rules in a route.
    - matches:
        {{- range include "parley.route.paths" . | fromYamlArray }}
        - path: {type: PathPrefix, value: {{ . }}}
        {{- end }}
      backendRefs:
        - {name: {{ include "parley.fullname" . }}, port: {{ .port }}}
      # Streams stay open.
      timeouts: {request: 0s}
{{- end }}

{{- define "parley.route" -}}
{{- if eq .root.Values.routes.kind "ingress" }}{{ include "parley.ingress" . }}
{{- else if eq .root.Values.routes.kind "gateway" }}{{ include "parley.httpRoute" . }}
{{- end }}
{{- end }}
